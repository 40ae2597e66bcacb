import type { Role } from '../api/types';

/** All roles, in the order in which they are shown. */
export const roles: Role[] = ['agent', 'editor', 'supervisor'];
