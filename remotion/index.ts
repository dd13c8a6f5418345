import './changes/install.ts';
import { registerRoot } from 'remotion';
import { Root } from './root.tsx';

registerRoot(Root);
