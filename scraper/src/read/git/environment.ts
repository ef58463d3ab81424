/** Variables that lead git to another repository than the one that is named, or make it run something. */
const UNWANTED =
  /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|PREFIX|SHALLOW_FILE|GRAFT_FILE|REPLACE_REF_BASE|QUARANTINE_PATH|EXTERNAL_DIFF|LITERAL_PATHSPECS|GLOB_PATHSPECS|NOGLOB_PATHSPECS|ICASE_PATHSPECS|EXEC_PATH|TEMPLATE_DIR|DEFAULT_HASH|PROTOCOL_FROM_USER)$/;

/**
 * How a command may reach other repositories, over https, ssh, git or file: not at all, only by the command itself, or
 * also for objects that a lazy copy lacks.
 */
export type Network = 'none' | 'told' | 'lazy';

/**
 * The environment that git runs in: that of the user, without variables that point it elsewhere. Git asks no questions
 * in it, and speaks one language on every machine.
 */
export function environment(network: Network): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !UNWANTED.test(name));
  const ssh =
    process.env.GIT_SSH_COMMAND ??
    (process.env.GIT_SSH === undefined
      ? 'ssh -o BatchMode=yes -o ConnectTimeout=20 -o ServerAliveInterval=15'
      : undefined);
  return {
    ...Object.fromEntries(kept),
    ...(ssh === undefined ? {} : { GIT_SSH_COMMAND: ssh }),
    LC_ALL: 'C',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    GCM_INTERACTIVE: 'never',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_ALLOW_PROTOCOL: network === 'none' ? 'none' : 'file:https:ssh:git',
    ...(network === 'lazy' ? {} : { GIT_NO_LAZY_FETCH: '1' }),
  };
}
