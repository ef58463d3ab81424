import { inject } from 'vitest';

// Files of tests list the pages as soon as they are loaded, so the wait is before that.
const answer = await fetch(inject('siteBuild'));
if (!answer.ok) throw new Error(await answer.text());
