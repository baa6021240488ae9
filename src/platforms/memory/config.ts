/** The platform's part of the environment: off unless MEMORY_PLATFORM is 1. */
export const isOn = (environment: Readonly<Record<string, string | undefined>>): boolean =>
  environment.MEMORY_PLATFORM === '1';
