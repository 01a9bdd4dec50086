let rates: Record<string, number> = {};
export const refresh = async () => {
  const answer = await fetch('https://rates.example.com/latest');
  rates = await answer.json();
};
export const rate = (name: string) => rates[name];
