import { rangeText } from '../../../packages/catalog/src/ranges.ts';

/** A fact in few words. Of a port set or an endpoint it shows what was read, and not the published text. */
export function valueText(value: unknown): string {
  if (value === undefined) return 'no such field';
  if (value === null || (Array.isArray(value) && value.length === 0)) return 'none';
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value !== 'object') return String(value);
  const { any, configurable, ranges, roles, en, ko } = value as Readonly<Record<string, unknown>>;
  if (typeof en === 'string' || typeof ko === 'string') return String(en ?? ko);
  if (!Array.isArray(ranges) && !Array.isArray(roles)) return JSON.stringify(value);
  const flags = Object.entries({ any, configurable }).flatMap(([name, flag]) => (flag === true ? [name] : []));
  const parts = [
    ...(Array.isArray(ranges) ? ranges.map((range) => rangeText(range)) : []),
    ...(Array.isArray(roles) ? roles : []),
  ];
  return [...parts, ...flags].join(', ') || 'none';
}
