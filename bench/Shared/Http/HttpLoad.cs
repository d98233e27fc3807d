namespace Catalog.Bench.Shared.Http;

/// <summary>Runs load generators, a thread each.</summary>
internal static class HttpLoad
{
    /// <summary>As many requests as the server answers, over so many connections.</summary>
    public static Task<HttpScore> ClosedAsync(
        int port, int connectionCount, TimeSpan duration, Func<int, IRequestSource> source, int threads = 1) =>
        RunAsync(i => new ClosedLoopDriver(port, connectionCount / threads, source(i)), threads, duration);

    /// <summary>A fixed number of requests a second, by one thread.</summary>
    public static Task<HttpScore> OpenAsync(
        int port, int connectionCount, double perSecond, TimeSpan duration, IRequestSource source) =>
        RunAsync(_ => new OpenLoopDriver(port, connectionCount, perSecond, source), 1, duration);

    private static async Task<HttpScore> RunAsync(Func<int, HttpDriver> create, int threads, TimeSpan duration)
    {
        var drivers = new HttpDriver[threads];
        var tasks = new Task[threads];
        try
        {
            for (int i = 0; i < threads; i++) drivers[i] = create(i);
            for (int i = 0; i < threads; i++)
            {
                HttpDriver driver = drivers[i];
                tasks[i] = Task.Factory.StartNew(() => driver.Run(duration), TaskCreationOptions.LongRunning);
            }

            await Task.WhenAll(tasks);
            var total = new HttpScore();
            foreach (HttpDriver driver in drivers) total.Add(driver.Score);
            return total;
        }
        finally
        {
            foreach (HttpDriver driver in drivers) driver?.Dispose();
        }
    }
}
