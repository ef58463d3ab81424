import { examples } from '@lync/port-firewall';
import type { Answers } from './answers.ts';

/**
 * A deployment as a text: in the part of the page's address that no browser sends, and in a file. What is read may come
 * from anybody, so no more of it is unpacked than a large deployment has.
 */
const MOST = 2_000_000;

/** Why a text is no deployment. */
export type Unread = 'tooLarge' | 'noDeployment';

/** The part of the address behind `#`. */
export async function toFragment(answers: Answers): Promise<string> {
  const packed = new Blob([JSON.stringify(answers)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return `deployment:${btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** The deployment that a fragment holds or names; null where it is about something else. */
export async function fromFragment(fragment: string): Promise<Answers | Unread | null> {
  const [, name, value = ''] = /^#?(example|deployment):(.*)$/.exec(fragment) ?? [];
  if (name === undefined) return null;
  if (name === 'example') return exampleNamed(value) ?? 'noDeployment';
  try {
    const letters = atob(value.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const text = await textOf(stream);
    return text === null ? 'tooLarge' : answersOf(JSON.parse(text));
  } catch {
    return 'noDeployment';
  }
}

/** A deployment to start from, by its name. */
export function exampleNamed(name: string): Answers | undefined {
  return Object.hasOwn(examples, name) ? structuredClone<Answers>(examples[name as keyof typeof examples]) : undefined;
}

/** The deployment in a file, JSON or YAML; the latter's reader is fetched where a file needs it. */
export async function fromFile(file: File): Promise<Answers | Unread> {
  if (file.size > MOST) return 'tooLarge';
  const text = await file.text();
  try {
    return answersOf(JSON.parse(text));
  } catch {
    const { parse } = await import('yaml');
    try {
      return answersOf(parse(text, { maxAliasCount: 100 }));
    } catch {
      return 'noDeployment';
    }
  }
}

function answersOf(value: unknown): Answers | Unread {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Answers) : 'noDeployment';
}

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = '';
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > MOST) {
      await reader.cancel();
      return null;
    }
  }
}

/** Lets a browser save a text or bytes under a name. */
export function fileLink(name: string, content: string | Uint8Array<ArrayBuffer>): string {
  return URL.createObjectURL(new Blob([content], { type: typeOf(name) }));
}

function typeOf(name: string): string {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  // As text a browser would take what is named as a page for one; nothing here is.
  return (
    { json: 'application/json', csv: 'text/csv;charset=utf-8', svg: 'image/svg+xml' }[ending] ??
    'application/octet-stream'
  );
}
