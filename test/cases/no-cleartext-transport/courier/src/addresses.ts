export const TRACKING = 'http://tracking.example.com/v1';
export const RATES = 'https://rates.example.com/v1';
