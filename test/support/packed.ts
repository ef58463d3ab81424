import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, realpathSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PNPM = 'pnpm@12.21.0';

/** The package as its users get it. */
export interface Packed {
  /** The file that would be published. */
  tarball: string;
  /** A project outside the workspace, where the tarball is installed. */
  project: string;
  /** The package in that project. */
  installed: string;
}

/** Builds and packs the package, and installs the tarball in an empty project, all in a folder. */
export async function packAndInstall(folder: string): Promise<Packed> {
  const project = join(folder, 'project');
  mkdirSync(project);
  // The package's scripts find the Node that this runs on first.
  const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
  const run = (command: string, args: string[], cwd: string) =>
    promisify(execFile)(command, args, { cwd, env: { ...process.env, PATH }, maxBuffer: 1 << 26 });
  await run('npx', ['-y', PNPM, 'pack', '--pack-destination', folder], join(ROOT, 'packages/catalog'));
  const [name = ''] = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  const tarball = join(folder, name);
  writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--ignore-scripts', tarball], project);
  // The optional peer, for those who import the schemas.
  symlinkSync(realpathSync(join(ROOT, 'node_modules/zod')), join(project, 'node_modules/zod'));
  return { tarball, project, installed: join(project, 'node_modules/@lync/port-catalog') };
}

/** What the package may take for each rule, in bytes: the catalog grows, and what a rule costs should stay. */
export const MOST_A_RULE = {
  /** As it is downloaded, with data.json and ports.csv in it. */
  tarball: 400,
  /** On a disk. */
  unpacked: 3650,
  /** One product's rules and `portsFor` in a bundle for a browser, gzipped. */
  bundle: 120,
  /** In memory, once the root is imported. */
  heap: 6000,
  /** Types that a compiler makes where everything is imported. */
  types: 16,
} as const;

/** The sizes in bytes that have a limit. */
export function sizesOf({ tarball, installed }: Packed): { tarball: number; unpacked: number } {
  return { tarball: statSync(tarball).size, unpacked: folderSize(installed) };
}

export function folderSize(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

/** Bundles a program of the project for a browser, minified, as a script that sets `program` to what it exports. */
export async function bundle({ project }: Packed, name: string, source: string): Promise<string> {
  const input = join(project, `${name}.js`);
  writeFileSync(input, source);
  const build = await rolldown({ input, platform: 'browser', logLevel: 'silent' });
  const { output } = await build.generate({ format: 'iife', name: 'program', minify: true });
  await build.close();
  return output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
}

export function gzippedSize(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}

/** The Node versions that the package supports and that are on this machine: this one, and those on the PATH. */
export function nodesHere(): { version: string; node: string }[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const nodes = [process.execPath, ...folders.map((folder) => join(folder, 'node'))].filter((node) => existsSync(node));
  const versions = new Map<string, string>();
  for (const node of new Set(nodes.map((each) => realpathSync(each)))) {
    const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
    if (/^v(20|22|24)\./.test(version)) versions.set(version, node);
  }
  return [...versions].map(([version, node]) => ({ version, node }));
}
