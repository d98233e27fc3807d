using Microsoft.Playwright;

namespace Catalog.Engine.Tests.Browser;

/// <summary>What went wrong on somebody's pages and was not what the test is about. Thread-safe.</summary>
internal sealed class VisitorTroubles
{
    private const int FirstFailure = 400;
    private readonly Lock _lock = new();
    private readonly List<string> _all = [];
    private readonly HashSet<int> _expected = [];
    private bool _hasNoNetwork;

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_lock) return [.. _all];
        }
    }

    public void Expect(IEnumerable<int> statuses)
    {
        lock (_lock) _expected.UnionWith(statuses);
    }

    public void ExpectNoNetwork()
    {
        lock (_lock) _hasNoNetwork = true;
    }

    public void Watch(IPage page)
    {
        page.Console += (_, message) => Hear(message);
        page.PageError += (_, error) => Note("thrown: " + error);
        page.RequestFailed += (_, request) => Hear(request);
        page.Response += (_, answer) => Hear(answer);
    }

    private void Hear(IConsoleMessage message)
    {
        // The browser's own word for an answer or a failure that is noted, or expected, as such.
        if (message.Type != "error" || message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            return;
        lock (_lock)
        {
            bool isNoNetwork = message.Text.Contains("ERR_INTERNET_DISCONNECTED", StringComparison.Ordinal);
            if (!_hasNoNetwork || !isNoNetwork) _all.Add("console: " + message.Text);
        }
    }

    private void Hear(IRequest request)
    {
        // A page that is left, or a query nobody waits for any more, ends its requests.
        if (request.Failure is null or "net::ERR_ABORTED") return;
        lock (_lock)
        {
            if (!_hasNoNetwork) _all.Add($"failed: {request.Method} {request.Url}: {request.Failure}");
        }
    }

    private void Hear(IResponse answer)
    {
        if (answer.Status < FirstFailure) return;
        lock (_lock)
        {
            if (!_expected.Contains(answer.Status))
                _all.Add($"answered {answer.Status}: {answer.Request.Method} {answer.Url}");
        }
    }

    private void Note(string trouble)
    {
        lock (_lock) _all.Add(trouble);
    }
}
