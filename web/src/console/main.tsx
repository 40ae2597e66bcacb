import { createRoot } from 'react-dom/client';
import '../theme/palette.css';
import './console.css';
import { nonceStyles } from '../http/nonceStyles';
import { ConsoleApp } from './ConsoleApp';

nonceStyles();

createRoot(document.getElementById('root') as HTMLElement).render(<ConsoleApp />);
