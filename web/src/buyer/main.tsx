import { createRoot } from 'react-dom/client';
import '../theme/palette.css';
import { BuyerPage } from './BuyerPage';
import { ChatConnector } from './session/ChatConnector';

const connector = new ChatConnector();
connector.start();

createRoot(document.getElementById('root') as HTMLElement).render(<BuyerPage connector={connector} />);
