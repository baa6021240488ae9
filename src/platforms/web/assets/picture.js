import { byId, element } from './element.js';

/** Opens a picture large; Esc, a tap or the button closes it. */
export function showPicture(source, alt) {
  const dialog = byId('picture');
  const close = element('button', {
    class: 'close',
    type: 'button',
    text: '关闭',
    on: { click: () => dialog.close() },
  });
  dialog.replaceChildren(element('img', { src: source, alt }), close);
  dialog.onclick = (event) => {
    if (event.target === dialog || event.target.tagName === 'IMG') dialog.close();
  };
  dialog.showModal();
  close.focus();
}
