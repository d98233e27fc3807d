using Catalog.Bench.Leaderboards.Load;
using Catalog.Bench.Shared.Http;

namespace Catalog.Bench.Leaderboards;

/// <summary>Players' places in a mode, one player after the other in an order that is none. For one thread.</summary>
internal sealed class RankRequests : IRequestSource
{
    private readonly RequestTemplate _request =
        new("GET", "/leaderboards/api/players/#############/rank/deathmatch");

    private long _asked;

    public ReadOnlySpan<byte> Next(int connection)
    {
        _request.SetNumber(0, GamePopulation.FirstPlayer + GameOrder.Draw(_asked++).Player);
        return _request.Bytes;
    }

    public void OnResponse(int connection, int status, ReadOnlySpan<byte> body)
    {
    }
}
