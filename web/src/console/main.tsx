import { createRoot } from 'react-dom/client';
import '../theme/palette.css';
import { ConsoleApp } from './ConsoleApp';

createRoot(document.getElementById('root') as HTMLElement).render(<ConsoleApp />);
