using Catalog.Engine.Leaderboards.Anomalies;
using Catalog.Engine.Leaderboards.Churn;
using Catalog.Engine.Models.Tables;

namespace Catalog.Engine.Leaderboards.Players;

/// <summary>Learning from what was observed.</summary>
public sealed partial class PlayModels
{
    private const int MostAnomalyRows = 50_000;
    private const int MostChurnRows = 200_000;
    private FeatureTable _examples = new(ActivityFeatures.Columns, MostChurnRows);
    private int _exampleDay;

    /// <summary>
    /// Learns anew what is usual, from everybody: to be called once a day, or once a week. O(players).
    /// </summary>
    /// <param name="nowMs">The present, milliseconds since 1970.</param>
    public void Train(long nowMs)
    {
        PlayTraining training = Collect(nowMs);
        training.Learn();
        Install(training);
    }

    /// <summary>
    /// Copies what models are learned from, so that they may be learned beside this. O(players), some milliseconds
    /// for 100,000.
    /// </summary>
    /// <param name="nowMs">The present, milliseconds since 1970.</param>
    public PlayTraining Collect(long nowMs)
    {
        var rows = new FeatureTable(PlayTrace.Features, MostAnomalyRows);
        Span<float> row = stackalloc float[PlayTrace.Features];
        // Of very many, every so manieth.
        int step = 1 + (_slots.Count / (4 * MostAnomalyRows));
        for (int slot = 0; slot < _slots.Count; slot += step)
        {
            if (_traces[slot].Games < PlayTrace.FewestGames) continue;
            _traces[slot].Describe(row);
            if (!rows.TryAdd(row)) break;
        }

        return new PlayTraining(rows, CollectChurn((int)(nowMs / DayMs)));
    }

    /// <summary>Judges by what was learned from now on; what could not be learned stays as it was. O(1).</summary>
    /// <param name="training">What was learned.</param>
    public void Install(PlayTraining training)
    {
        ArgumentNullException.ThrowIfNull(training);
        if (training.Anomalies is { } anomalies) _anomalies = anomalies;
        if (training.Churn is { } churn) _churn = churn;
    }

    // One thread collects and learns, so nothing is added while it is learned from.
    private FeatureTable? CollectChurn(int today)
    {
        if (today == _exampleDay) return null;
        _exampleDay = today;
        // What is old gives way to what is new, all at once.
        if (_examples.Rows == MostChurnRows) _examples = new FeatureTable(ActivityFeatures.Columns, MostChurnRows);
        int step = 1 + (_slots.Count / MostChurnRows);
        for (int slot = today % step; slot < _slots.Count; slot += step)
            ChurnModel.TryAddExample(_activity[slot], today, _examples);
        return _examples;
    }
}
