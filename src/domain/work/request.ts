import type { CalendarDate, Instant } from '../calendar/date.ts';
import type { Light } from './light.ts';

/** 诉求 of an enterprise: raised through its service officer, accepted, handled, closed, rated. */
export interface Request {
  readonly id: number;
  readonly company: string;
  readonly projectId: number | null;
  readonly text: string;
  readonly kind: string;
  readonly unitId: number | null;
  readonly dueOn: CalendarDate;
  readonly state: 'raised' | 'handling' | 'closed';
  readonly raisedBy: number;
  readonly raisedAt: Instant;
  readonly acceptedAt: Instant | null;
  /** The last word on how it goes. */
  readonly progress: string | null;
  readonly answer: string | null;
  readonly closedAt: Instant | null;
  /** 1 to 5. */
  readonly rating: number | null;
  readonly ratingWords: string | null;
  readonly version: number;
}

/** A request with the names that cards show, and its light; null once closed. */
export interface RequestView extends Request {
  readonly unitName: string | null;
  readonly projectLeader: string | null;
  readonly raiserName: string | null;
  readonly light: Light | null;
}

/** "S4". */
export const requestNumber = (request: Pick<Request, 'id'>): string => `S${request.id}`;

/** The states in words. */
export const REQUEST_STATES = { raised: '待受理', handling: '办理中', closed: '已办结' } as const;

/** From this rating down the answer did not satisfy: the unit handles it again. */
export const UNSATISFIED = 2;
