import { testWithAxe } from '../../support/axe.ts';

testWithAxe('desktop');
