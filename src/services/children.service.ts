import { boardsBelow, type ChildBoard } from '../db/children.repository.ts';
import type { OrgTx } from './transaction.ts';

/** 下级: the places below with their published figures, and nothing else of theirs. */
export const childrenBoards = (tx: OrgTx): Promise<readonly ChildBoard[]> => boardsBelow(tx);
