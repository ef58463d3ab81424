import type { Form } from './forms.ts';
import { compact } from './text.ts';

/** What stands around other parts of an end, cut where they stand. */
export interface EndPattern {
  form: Form;
  /** What stands before the first place, as texts are compared, between each two and behind the last. */
  before: string;
  between: readonly string[];
  behind: string;
  /** The names of the places, in the order of the text. */
  places: readonly string[];
}

/** The parts that ends of flows are put together from. */
export interface EndParts {
  forms: readonly Form[];
  /** The names that stand in places, as texts are compared: parts without places, then ends and roles. */
  names: ReadonlyMap<string, Form>;
  /** In the order of their file: of two that fit, the first stands around the other. */
  patterns: readonly EndPattern[];
}

const PLACE = /\{([a-z]+)\}/;
const PLACES = new RegExp(PLACE, 'g');

/**
 * Prepares the parts for look-ups.
 *
 * @param others the forms of ends and of roles
 * @throws Error where one form stands for two things
 */
export function indexEndParts(forms: readonly Form[], others: readonly Form[]): EndParts {
  const known = new Map<string, Form>();
  for (const form of forms) {
    // A place is one whatever it is called.
    const key = compact(form.text.replace(PLACES, '{}'));
    const other = known.get(key);
    if (other !== undefined && other.en !== form.en) {
      throw new Error(`vocabulary: "${form.text}" stands for "${other.en}" and for "${form.en}" (${form.entry})`);
    }
    if (other === undefined) known.set(key, form);
  }
  const names = new Map([...known].filter(([, { text }]) => !PLACE.test(text)));
  for (const form of others) {
    const key = compact(form.text);
    if (!names.has(key)) names.set(key, form);
  }
  return {
    forms,
    names,
    patterns: [...known.values()].filter(({ text }) => PLACE.test(text)).map(patternOf),
  };
}

function patternOf(form: Form): EndPattern {
  const pieces = form.text.split(PLACE);
  const around = pieces.filter((_, at) => at % 2 === 0).map(compact);
  const places = pieces.filter((_, at) => at % 2 === 1);
  return { form, before: around.at(0) ?? '', between: around.slice(1, -1), behind: around.at(-1) ?? '', places };
}

/** A text with these in its places. */
export function fillPlaces(text: string, parts: Readonly<Record<string, string>>): string {
  return text.replace(PLACES, (place, name: string) => parts[name] ?? place);
}
