/** Callback ids of our modals: one that is filled in, one that only says something. */
export const FORM_VIEW = 'form';
export const NOTICE_VIEW = 'notice';

/** The shortcut on a message: 录为线索. */
export const MESSAGE_SHORTCUT = 'capture';

/** Shortcuts of the whole workspace by their callback ids: each opens the form of a command. */
export const GLOBAL_SHORTCUTS: Readonly<Record<string, string>> = {
  lead: '录入',
  assign: '分派',
  funds: '到位',
  visit: '走访',
  trip: '外出',
};
