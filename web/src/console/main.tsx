import { createRoot } from 'react-dom/client';
import '../theme/palette.css';
import './console.css';
import { nonceStyles } from '../http/nonceStyles';
import { ConsoleApp } from './ConsoleApp';
import { loadPageOfAddress } from './pages';

nonceStyles();
loadPageOfAddress();

createRoot(document.getElementById('root') as HTMLElement).render(<ConsoleApp />);
