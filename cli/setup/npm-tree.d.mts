export function treeIsReady(root: string): boolean;
export function prismaClientIsReady(root: string): boolean;
