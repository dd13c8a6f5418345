export const TREE_VARIABLE: 'CASELOOM_TREE';
export function isAlive(pid: number): boolean;
export function processIdentity(pid: number): string;
export function isSameProcess(identity: string): boolean;
export function treeMembers(group: number, mark: string): number[];
export function endTree(tree: { group: number; mark: string; signal: NodeJS.Signals; graceMs: number }): Promise<void>;
export function killTreeNow(group: number, mark: string): void;
