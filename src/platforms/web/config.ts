import type { Environment } from '../platform.ts';

/** The built-in chat needs nothing of its own: it is always on, and opens only what {@link isLoopbackName} allows. */
export interface WebConfig {
  /** Whether pages are reached over https, so that cookies can be tied to the host. */
  readonly secure: boolean;
  /** Host names (with port, if any) that requests may come for, besides loopback names. */
  readonly hosts: readonly string[];
}

/** Reads what the page needs of the environment: the address people reach us at. */
export function readWebConfig(environment: Environment, publicUrl: string): WebConfig {
  const url = parseUrl(environment.PUBLIC_URL ?? publicUrl);
  return { secure: url?.protocol === 'https:', hosts: url ? [url.host.toLowerCase()] : [] };
}

/** Whether a Host header names this machine alone. */
export function isLoopbackName(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i.test(host);
}

/** Whether a remote address is this machine. */
export function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && (/^(::ffff:)?127\./i.test(address) || address === '::1');
}

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
