using Catalog.Engine.Leaderboards.Anomalies;
using Catalog.Engine.Leaderboards.Churn;
using Catalog.Engine.Models.Tables;

namespace Catalog.Engine.Leaderboards.Players;

/// <summary>
/// What models are learned from, copied, and what was learned: collecting and installing are quick and done where the
/// players are, learning takes seconds and is done anywhere.
/// </summary>
/// <remarks>
/// The same rows give the same models. Not thread-safe; used by one thread, which also is the only one to collect.
/// </remarks>
public sealed class PlayTraining
{
    private readonly FeatureTable _play;
    private readonly FeatureTable? _days;

    internal PlayTraining(FeatureTable play, FeatureTable? days) => (_play, _days) = (play, days);

    /// <summary>Players whose play is learned from.</summary>
    public int Players => _play.Rows;

    /// <summary>Whether there was enough to tell anomalies; false before <see cref="Learn"/>.</summary>
    public bool HasAnomalies => Anomalies is not null;

    /// <summary>Whether there was enough to tell churn that was not learned the same day.</summary>
    public bool HasChurn => Churn is not null;

    internal AnomalyModel? Anomalies { get; private set; }

    internal ChurnModel? Churn { get; private set; }

    /// <summary>Learns. O(rows log rows): seconds at most.</summary>
    public void Learn()
    {
        Anomalies = AnomalyModel.Train(_play);
        Churn = _days is null ? null : ChurnModel.Train(_days);
    }
}
