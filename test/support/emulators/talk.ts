/** One emulated place to talk to the bot from a terminal. */
export interface Talk {
  /** What is typed before the words: "w", "s". */
  readonly letter: string;
  readonly title: string;
  say(words: string): void;
  press(token: string): void;
  /** From now on it answers nobody, or everybody again. */
  reachable(up: boolean): void;
  /** The next thing the bot sends of itself is taken without an answer, or refused for good. */
  trouble(how: 'lost' | 'refused'): void;
  /** What the bot has sent so far: words and buttons, oldest first. */
  heard(): readonly Heard[];
}

/** One thing the bot sent. */
export interface Heard {
  readonly words: string;
  readonly buttons: readonly { readonly label: string; readonly token: string }[];
}

/**
 * The room between the terminal and the places: prints what is heard, takes "w 帮助" as words, "w1" as the first button, "w-"
 * and "w+" as the platform going down and coming back, "w?" and "w!" as trouble with the next thing the bot sends of itself.
 */
export class Terminal {
  private readonly seen = new Map<string, number>();
  private readonly buttons = new Map<string, readonly string[]>();
  private readonly talks: readonly Talk[];
  private readonly print: (line: string) => void;

  constructor(talks: readonly Talk[], print: (line: string) => void) {
    this.talks = talks;
    this.print = print;
  }

  /** Takes one typed line. */
  type(line: string): void {
    const [, letter = '', number, words = ''] = /^([a-z])([-+?!]|\d*)\s*(.*)$/s.exec(line.trim()) ?? [];
    const talk = this.talks.find((one) => one.letter === letter);
    if (!talk) {
      this.print(
        `写法：${this.talks.map((one) => `“${one.letter} 帮助”（${one.title}）`).join('、')}；“w1”按第一个按钮，“w-”断开，“w+”接上，“w?”收下后一条却不答复，“w!”拒收后一条`,
      );
      return;
    }
    const token = this.buttons.get(letter)?.[Number(number) - 1];
    if (number === '-' || number === '+') {
      talk.reachable(number === '+');
      this.print(`${talk.title}${number === '+' ? '接上了' : '断开了'}`);
    } else if (number === '?' || number === '!') {
      talk.trouble(number === '?' ? 'lost' : 'refused');
      this.print(`${talk.title}${number === '?' ? '会收下它主动发的后一条，但不答复' : '会拒收它主动发的后一条'}`);
    } else if (!number) talk.say(words);
    else if (token) talk.press(token);
    else this.print('没有这个按钮');
  }

  /** Prints what came since the last look. */
  look(): void {
    for (const talk of this.talks) {
      const all = talk.heard();
      for (const { words, buttons } of all.slice(this.seen.get(talk.letter) ?? 0)) {
        const drawn = buttons.map(({ label }, at) => `［${talk.letter}${at + 1} ${label}］`).join(' ');
        this.print(`\n${talk.title} ←\n${[words, drawn].filter(Boolean).join('\n')}`);
        if (buttons.length > 0)
          this.buttons.set(
            talk.letter,
            buttons.map((button) => button.token),
          );
      }
      this.seen.set(talk.letter, all.length);
    }
  }
}
