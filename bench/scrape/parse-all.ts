/** Parses every document below a folder with `remark-parse` alone, and prints how many milliseconds that takes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const folder = process.argv[2] ?? '';
const processor = unified().use(remarkParse);
const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
const texts = paths.map((path) => readFileSync(join(folder, path), 'utf8'));
const start = performance.now();
let blocks = 0;
for (const text of texts) blocks += processor.parse(text).children.length;
console.log(performance.now() - start);
if (blocks < paths.length) throw new Error('nothing was parsed');
