using BenchmarkDotNet.Attributes;
using Catalog.Engine.Leaderboards;

namespace Catalog.Bench.Leaderboards;

/// <summary>One submit into ten windows over the same million members.</summary>
public class MicroWindows
{
    private RankingFigures _figures = null!;
    private MemberTable _members = null!;
    private RankedTree[] _trees = null!;

    [GlobalSetup]
    public void SetUp()
    {
        _figures = new RankingFigures();
        (_members, _trees) = _figures.FilledWindows();
    }

    [Benchmark(OperationsPerInvoke = RankingFigures.BatchSize)]
    public int SubmitOneByOne() => _figures.Submit(_members, _trees);

    [Benchmark(OperationsPerInvoke = RankingFigures.BatchSize)]
    public int SubmitInBatches() => _figures.SubmitMany(_members, _trees);
}
