import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './folders.ts';

/** A git repository that a test makes, with the same commits each time. */
export interface MadeRepository {
  folder: string;
  /** Runs git in it and gives what it says. */
  git(...args: string[]): string;
  /** Commits these files, null for one that goes, a day after the last commit; gives the commit's id. */
  commit(files: Record<string, string | Uint8Array | null | { link: string }>, subject?: string): string;
}

/** Makes a repository on the branch `live`, for the test that is running or in a folder that the caller removes. */
export function makeRepository(folder = temporaryFolder()): MadeRepository {
  let day = 0;
  const git = (...args: string[]): string => {
    const date = new Date(Date.UTC(2020, 0, day, 12)).toISOString();
    return execFileSync('git', ['-c', 'core.autocrlf=false', '-c', 'protocol.file.allow=always', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'A',
        GIT_AUTHOR_EMAIL: 'a@example.com',
        GIT_COMMITTER_NAME: 'C',
        GIT_COMMITTER_EMAIL: 'c@example.com',
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      },
    }).trim();
  };
  git('init', '--quiet', '--initial-branch=live');
  return {
    folder,
    git,
    commit: (files, subject = 'Change') => {
      day += 1;
      for (const [path, content] of Object.entries(files)) {
        const full = join(folder, path);
        rmSync(full, { force: true });
        if (content === null) continue;
        mkdirSync(dirname(full), { recursive: true });
        if (typeof content === 'object' && 'link' in content) symlinkSync(content.link, full);
        else writeFileSync(full, content);
      }
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '-m', subject);
      return git('rev-parse', 'HEAD');
    },
  };
}
