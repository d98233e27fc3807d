using Catalog.Engine.Leaderboards.Anomalies;
using Catalog.Engine.Leaderboards.Churn;
using Catalog.Engine.Leaderboards.Matchmaking;
using Catalog.Engine.Leaderboards.Play;
using Catalog.Engine.Leaderboards.Skill;
using Catalog.Engine.Models.Ratings;

namespace Catalog.Engine.Leaderboards.Players;

/// <summary>
/// Everything that is learned of players from the games they submit, together.
/// <code>
/// game ─► field of its mode ─► where it stands ─► skill      24 B ─► opponents 12 B
///                                               │           16 B ─► ratings of the weeks before, who emerges
///                                               ├► trace    104 B ─► verdict
///                                               └► activity  40 B ─► churn
/// Train: anomalies and churn, from all players' traces
/// </code>
/// Invariants: (1) every player has a record of each kind; (2) the histogram counts those who were rated; (3) lists of
/// opponents hold those who are rated and not hidden.
/// </summary>
/// <remarks>
/// Observing is O(1), asking for one player too; training is O(players). The same games in the same order and the same
/// trainings give the same answers. Not thread-safe, but for this: one thread may collect and install a
/// <see cref="PlayTraining"/> beside those who ask.
/// </remarks>
public sealed partial class PlayModels
{
    /// <summary>Modes there is room for.</summary>
    public const int MaxModes = OpponentIndex.Modes;

    private const long DayMs = 86_400_000;
    private readonly ModeField[] _fields;
    private readonly PlayerSlots _slots;
    private readonly Slab<SkillState> _skills = new();
    private readonly Slab<PlayTrace> _traces = new();
    private readonly Slab<ActivityTrace> _activity = new();
    private readonly RatingHistogram _ratings = new();
    private readonly OpponentIndex _opponents = new();
    private readonly Matchmaker _matchmaker;
    private volatile AnomalyModel? _anomalies;
    private volatile ChurnModel? _churn;

    /// <summary>Makes it for no players.</summary>
    /// <param name="modes">How many modes there are.</param>
    /// <param name="capacity">Players at most; games of others are not looked at.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is out of range.</exception>
    public PlayModels(int modes, int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(modes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(modes, MaxModes);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        _fields = new ModeField[modes];
        for (int mode = 0; mode < modes; mode++) _fields[mode] = new ModeField();
        _slots = new PlayerSlots(capacity);
        _matchmaker = new Matchmaker(_opponents, _skills, _slots);
    }

    /// <summary>How many players were seen.</summary>
    public int Players => _slots.Count;

    /// <summary>Whether anomalies can be told.</summary>
    public bool KnowsAnomalies => _anomalies is not null;

    /// <summary>Whether churn can be told.</summary>
    public bool KnowsChurn => _churn is not null;

    /// <summary>What is played in a mode lately.</summary>
    public ModeField FieldOf(int mode) => _fields[mode];

    internal PlayerSlots Slots => _slots;

    /// <summary>Takes a valid game into account. O(1), nothing allocated but pages for new players.</summary>
    /// <param name="playerId">Who played it.</param>
    /// <param name="region">Where; 0 for none.</param>
    /// <param name="game">The game; not before the player's last one.</param>
    /// <returns>How unusual the player plays by now; 0 while that is not known.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such mode.</exception>
    public AnomalyVerdict Observe(ulong playerId, byte region, in PlayedGame game)
    {
        int slot = Add(playerId, region, game);
        bool isKnown = slot >= 0 && _fields[game.Mode].IsKnown;
        return isKnown && _anomalies is { } model ? model.Judge(_traces[slot]) : default;
    }

    /// <summary>Says how unusual a player plays. O(trees).</summary>
    public AnomalyVerdict Judge(ulong playerId)
    {
        int slot = _slots.Find(playerId);
        return slot < 0 ? default : JudgeAt(slot);
    }

    /// <summary>Says what is unusual in how a player plays, the most unusual first.</summary>
    public IReadOnlyList<AnomalyReason> Explain(ulong playerId)
    {
        int slot = _slots.Find(playerId);
        bool isKnown = slot >= 0 && _traces[slot].Games >= PlayTrace.FewestGames;
        return isKnown && _anomalies is { } model ? model.Explain(_traces[slot]) : [];
    }

    /// <summary>A player's skill. O(buckets).</summary>
    /// <param name="playerId">The player.</param>
    /// <param name="nowMs">The present, milliseconds since 1970.</param>
    /// <returns>Null while no game of the player was rated.</returns>
    public SkillRating? SkillOf(ulong playerId, long nowMs)
    {
        int slot = _slots.Find(playerId);
        if (slot < 0 || _skills[slot].Games == 0) return null;
        ref SkillState state = ref _skills[slot];
        GlickoRating rating = FieldRater.Rested(state.Rating, nowMs - state.LastGameMs);
        double percentile = _ratings.PercentileOf(rating.Rating);
        return new SkillRating(
            rating.Rating, rating.Deviation, rating.Volatility, state.Games, percentile,
            RatingHistogram.TierOf(percentile), state.Mode);
    }

    /// <summary>Finds opponents with even chances, the best first. Bounded, nothing allocated.</summary>
    /// <param name="playerId">Who asks.</param>
    /// <param name="mode">The mode to play; negative for the one the player plays most.</param>
    /// <param name="nowMs">The present, milliseconds since 1970.</param>
    /// <param name="found">Where they go; its length is how many are wanted, 64 at most.</param>
    /// <returns>How many there are; never the player, nor anybody hidden.</returns>
    public int FindOpponents(ulong playerId, int mode, long nowMs, Span<Opponent> found)
    {
        int slot = _slots.Find(playerId);
        if (slot < 0 || mode >= _fields.Length) return 0;
        return _matchmaker.Find(slot, mode < 0 ? _skills[slot].Mode : mode, nowMs, found);
    }

    /// <summary>Keeps a player out of matches, or lets the player in again: for those who are banned. O(1).</summary>
    public void Hide(ulong playerId, bool isHidden)
    {
        int slot = _slots.FindOrAdd(playerId);
        if (slot < 0) return;
        Reach(slot);
        if (isHidden)
        {
            _opponents.Hide(slot);
            return;
        }

        _opponents.Show(slot);
        if (_skills[slot].Games > 0) _opponents.Touch(slot, _skills[slot]);
    }

    /// <summary>Says how likely a player is to be gone in a week. O(trees).</summary>
    /// <param name="playerId">The player.</param>
    /// <param name="nowMs">The present, milliseconds since 1970.</param>
    /// <returns>Null when there is not enough to say.</returns>
    public ChurnRisk? ChurnOf(ulong playerId, long nowMs)
    {
        int slot = _slots.Find(playerId);
        return slot < 0 || _churn is not { } model ? null : RiskOf(model, slot, (int)(nowMs / DayMs));
    }

    /// <summary>The players most likely to be gone in a week, the likeliest first. O(players).</summary>
    /// <param name="nowMs">The present, milliseconds since 1970.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<ChurnRisk> AtRisk(long nowMs, int most)
    {
        if (_churn is not { } model || most <= 0) return [];
        var worst = new PriorityQueue<ChurnRisk, double>();
        for (int slot = 0; slot < _slots.Count; slot++)
        {
            if (RiskOf(model, slot, (int)(nowMs / DayMs)) is not { IsAtRisk: true } risk) continue;
            worst.Enqueue(risk, risk.Probability);
            if (worst.Count > most) worst.Dequeue();
        }

        var sorted = new List<ChurnRisk>(worst.Count);
        while (worst.TryDequeue(out ChurnRisk risk, out _)) sorted.Add(risk);
        sorted.Reverse();
        return sorted;
    }

    private ChurnRisk? RiskOf(ChurnModel model, int slot, int today)
    {
        ref ActivityTrace trace = ref _activity[slot];
        double probability = model.Predict(trace, today);
        if (double.IsNaN(probability)) return null;
        return ChurnRisk.Of(_slots.IdOf(slot), probability, model, trace, today);
    }

    /// <summary>Takes a valid game into account without judging it. O(1).</summary>
    /// <returns>The player's number; -1 when there is no room for another player.</returns>
    internal int Add(ulong playerId, byte region, in PlayedGame game)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)game.Mode, (uint)_fields.Length, nameof(game));
        int slot = _slots.FindOrAdd(playerId);
        if (slot < 0) return slot;
        Reach(slot);
        ModeField field = _fields[game.Mode];
        field.Add(game);
        _activity[slot].Add((int)(game.TimeMs / DayMs));
        if (!field.IsKnown) return slot;
        GameStanding standing = field.StandingOf(game);
        RateSkill(slot, region, game, standing);
        _traces[slot].Add(game, standing);
        return slot;
    }

    /// <summary>Has what a game changes of a player fetched into the cache. O(1).</summary>
    internal void Fetch(int slot)
    {
        _skills.Prefetch(slot);
        _traces.Prefetch(slot);
        _activity.Prefetch(slot);
        _opponents.Fetch(slot);
    }

    /// <summary>A player's number, a new one when there is none; -1 when there is no room. O(1).</summary>
    internal int Slot(ulong playerId)
    {
        int slot = _slots.FindOrAdd(playerId);
        if (slot >= 0) Reach(slot);
        return slot;
    }

    /// <summary>All that is learned of a player of a number. O(1).</summary>
    internal PlayerImage ImageOf(int slot, long lastGame) =>
        new(_skills[slot], _marks[slot], _traces[slot], _activity[slot], _opponents.IsHidden(slot), lastGame);

    /// <summary>Whether a player of a number is kept out of matches. O(1).</summary>
    internal bool IsHidden(int slot) => _opponents.IsHidden(slot);

    /// <summary>Says how unusual a player of a number plays. O(trees).</summary>
    internal AnomalyVerdict JudgeAt(int slot) => _anomalies is { } model ? model.Judge(_traces[slot]) : default;

    /// <summary>Games of a player of a number that were looked at for anomalies. O(1).</summary>
    internal int JudgedGames(int slot) => _traces[slot].Games;

    private void RateSkill(int slot, byte region, in PlayedGame game, in GameStanding standing)
    {
        ref SkillState state = ref _skills[slot];
        if (state.Games > 0)
        {
            _ratings.Remove(state.Rating.Rating);
            _marks[slot].Reach(in state, game.TimeMs);
        }

        long idleMs = state.Games == 0 ? 0 : Math.Max(0, game.TimeMs - state.LastGameMs);
        state.Rate(FieldRater.Rate(state.Rating, idleMs, standing), game.TimeMs, game.Mode, region);
        _ratings.Add(state.Rating.Rating);
        _opponents.Touch(slot, state);
    }

    private void Reach(int slot)
    {
        _skills.Reach(slot);
        _marks.Reach(slot);
        _traces.Reach(slot);
        _activity.Reach(slot);
    }
}
