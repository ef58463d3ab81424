import type { Name, Need, NeedLevel } from './generated/types.ts';

/** What each level of need is called. */
export const NEED_LEVELS: Readonly<Record<NeedLevel, Name>> = {
  required: { en: 'required', ko: '필수' },
  'only-if': { en: 'only if', ko: '조건부' },
  optional: { en: 'optional', ko: '선택 사항' },
  'off-by-default': { en: 'off by default', ko: '기본적으로 꺼짐' },
  legacy: { en: 'legacy', ko: '레거시' },
  unknown: { en: 'not known', ko: '알 수 없음' },
};

/** "Only if dial-in conferencing is used", as part of a sentence: the level, and the condition where there is one. */
export function needText({ level, when }: Pick<Need, 'level' | 'when'>, language: keyof Name): string {
  const name = NEED_LEVELS[level][language];
  if (when === null) return name;
  const condition = { en: `only if ${when.en}`, ko: `${when.ko}에만 필요` }[language];
  return level === 'only-if' ? condition : `${name}; ${condition}`;
}
