using Catalog.Bench.Gateway.Generator;
using Catalog.Bench.Shared.Measure;

namespace Catalog.Bench.Gateway;

/// <summary>A server that runs, and what it has shown so far.</summary>
internal sealed class Contestant(PeerServer server)
{
    private readonly Dictionary<int, List<FanOutScore>> _scores = [];

    public PeerServer Server { get; } = server;

    public string Name => Server.Kind.Name;

    /// <summary>Resident bytes an idle connection.</summary>
    public double IdleBytes { get; set; }

    public void Add(int receivers, FanOutScore score)
    {
        if (!_scores.TryGetValue(receivers, out List<FanOutScore>? scores)) _scores[receivers] = scores = [];
        scores.Add(score);
    }

    public double Median(int receivers, Func<FanOutScore, double> figure) =>
        Rounds.Median(_scores[receivers].Select(figure).ToArray());
}
