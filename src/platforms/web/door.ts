const DOORS = {
  needed: { title: '请先登录', words: '在工作群或私聊里对小招说“登录”，打开它给您的链接。', form: '' },
  open: {
    title: '登录小招',
    words: '点一下就进来，链接只能用一次。',
    form: '<form method="post"><button class="primary" type="submit">登录</button></form>',
  },
  closed: {
    title: '链接已失效',
    words: '登录链接五分钟内有效，只能用一次。请在聊天里再发一次“登录”。',
    form: '',
  },
} as const;

/** The page before the door: sign-in needed, a link that still opens, a link that does no more. */
export function doorPage(state: keyof typeof DOORS): string {
  const { title, words, form } = DOORS[state];
  return `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} · 小招</title>
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/assets/theme.css">
    <link rel="stylesheet" href="/assets/side.css">
    <link rel="stylesheet" href="/assets/door.css">
  </head>
  <body class="door">
    <main class="door-card">
      <span class="brand-mark" aria-hidden="true">招</span>
      <h1>${title}</h1>
      <p>${words}</p>
      ${form}
    </main>
  </body>
</html>
`;
}
