// Runs in a page: the words that stand out least from what lies behind them, and by how much (WCAG's ratio).
() => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 });
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const linear = (part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  const lightness = (...colours) => {
    for (const colour of ['#ffffff', ...colours]) {
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
    }
    const [red, green, blue] = [...pen.getImageData(0, 0, 1, 1).data].map(linear);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (one) => [
    ...(one.parentElement ? behind(one.parentElement) : []),
    getComputedStyle(one).backgroundColor,
  ];
  const found = [...document.querySelectorAll('body *')].flatMap((one) => {
    const texts = [...one.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const words = texts.map((node) => node.textContent.trim()).join('');
    if (!words || !one.checkVisibility() || one.matches(':disabled, .sr, .skip')) return [];
    const ground = lightness(...behind(one));
    const ink = lightness(...behind(one), getComputedStyle(one).color);
    return [{ words, ratio: (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05) }];
  });
  return found.sort((a, b) => a.ratio - b.ratio)[0];
};
