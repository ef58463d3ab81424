import { documents } from '@lync/port-catalog';
import { histories } from './history.ts';
