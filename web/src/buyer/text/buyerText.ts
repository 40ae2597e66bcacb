import type { Language } from '../../language/language';
import { en } from './en';
import { type BuyerText, zh } from './zh';

export const buyerText: Record<Language, BuyerText> = { zh, en };
