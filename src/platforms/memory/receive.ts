import type { Host } from '../platform.ts';
import { parse, type Said } from './parse.ts';

/** Takes what a person says through the whole line and gives the answers. */
export const receive = (host: Pick<Host, 'dispatch'>) => (said: Said) => host.dispatch(parse(said));
