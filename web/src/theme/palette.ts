import type { Theme } from './theme';

/** The colours that Ant Design and Web Chat take as values; everything else reads the same ones from palette.css. */
export interface Palette {
  brand: string;
  brandSoft: string;
  onBrand: string;
  page: string;
  surface: string;
  raised: string;
  border: string;
  text: string;
  subtle: string;
  danger: string;
  warning: string;
}

export const palettes: Record<Theme, Palette> = {
  light: {
    brand: '#0a706b',
    brandSoft: '#e2f1f0',
    onBrand: '#ffffff',
    page: '#eef2f2',
    surface: '#ffffff',
    raised: '#f5f8f8',
    border: '#dde5e5',
    text: '#1c2a2a',
    subtle: '#5c6b6b',
    danger: '#c62f3d',
    warning: '#955600',
  },
  dark: {
    brand: '#35b5ad',
    brandSoft: '#16312f',
    onBrand: '#04211f',
    page: '#0f1515',
    surface: '#171f1f',
    raised: '#1f2929',
    border: '#2e3b3b',
    text: '#e6eded',
    subtle: '#9bacac',
    danger: '#ff7b84',
    warning: '#f0b357',
  },
};
