import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Lazy parts are compiled at first use, which takes long on a busy machine.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);
