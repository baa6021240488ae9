import { clauseBefore } from './clause.ts';
import { matches } from './matches.ts';
import { MANY, OF_ONE, TOGETHER } from './words/kind-cues.ts';

const SEVERAL = new RegExp(MANY.source, 'g');
const isMany = (plain: string): boolean =>
  matches(SEVERAL, plain).some(({ index }) => !OF_ONE.test(clauseBefore(plain, index, 14)));

/** 集中签约仪式上，甲与区里签了7.5亿元的项目: told of one firm and one sum, it is that firm's project. */
const isTogether = (plain: string, sized: boolean): boolean =>
  TOGETHER.test(plain) &&
  (!sized ||
    /(?<!第)(?:\d{1,3}|[两三四五六七八九十])(?:余|多)?[个家]|(?:重[点大]|产业|工业|招商)项目集中|涉及|涵盖/.test(
      plain,
    ));

/** "…等项目中, 总投资最大的是…": one project is picked out of many. */
const isOneOfMany = (plain: string): boolean =>
  (plain.match(SUM_BESIDE)?.length ?? 0) < 2 &&
  (/(?:园|城|基地|项目)[^，,。；;]{0,4}总投资[^。；;]{0,40}(?:建设|发展|包括|涵盖|布局|包含)[^。；;]*个[^，,。；;]{0,6}项目|最大的是|其中(?:有)?一个|包括[:：]|(?<![一-龥])[该本]项目(?:计划|预计)?总?投资|项目中[，,](?![^，,。]{0,12}\d个)/.test(
    plain,
  ) ||
    (/其中[，,][^，,。；;]{2,30}?投资\d[^。]{0,40}项目/.test(plain) &&
      !/其中[，,]?[^。]{0,14}项目\s?\d+个/.test(plain)));

/** 总投资10亿元的A项目、总投资5亿元的B项目: several projects, each with its own sum. */
const isList = (plain: string): boolean =>
  /[、；;等]/.test(plain) &&
  (NEXT_SUM.test(plain) || (plain.match(SUM_OF)?.length ?? 0) > 1 || (plain.match(SUM_BESIDE)?.length ?? 0) > 1);

const SUM = '投[资入][约近超达]{0,2}[\\d.]{1,10}[亿万][^，,。；;、]{0,6}的[^，,。；;、]{2,30}';
const SUM_OF = new RegExp(`${SUM}(?:[、；;]|等)`, 'g');
/** 甲项目（投资45亿元）、乙项目（投资12亿元） */
const SUM_BESIDE = /[（(](?:计划)?总?投资[约近超达]{0,2}[\d.]{1,10}[亿万][^）)]{0,4}[）)]/g;
const NEXT_SUM = new RegExp(`${SUM}[、；;和](?:总)?投[资入][\\d.]{1,10}[亿万]`);

/** Whether several projects are told of, each with its own sum. */
export const isListed = (plain: string): boolean => isList(plain) && !isOneOfMany(plain);

/** Whether a text tells of several projects at once; `sized`: one firm and its sum were found. */
export const isSeveral = (plain: string, sized: boolean): boolean =>
  (isMany(plain) || isList(plain) || isTogether(plain, sized)) && !isOneOfMany(plain);
