import type { Actor } from '../org/access.ts';
import { HIDDEN_FIELDS, type Hidden } from './hidden.ts';
import type { Project } from './project.ts';

/** Whether a person may know the project: anybody, where it is no secret. */
export const knows = ({ secretTo }: Pick<Project, 'secretTo'>, { personId }: Pick<Actor, 'personId'>): boolean =>
  secretTo === null || secretTo.includes(personId);

/** What has to be hidden of an open project. */
export const hiddenOf = (project: Project): Hidden =>
  Object.fromEntries(
    HIDDEN_FIELDS.flatMap((field) => (project[field] === null ? [] : [[field, project[field] as string]])),
  );

/** The project as the named people see it. */
export const revealed = (project: Project): Project => ({ ...project, ...project.secret });

/** "保密项目", "保密项目 东风": what everybody else sees. */
export const codeName = (word: string | undefined): string => `保密项目${word ? ` ${word}` : ''}`;
