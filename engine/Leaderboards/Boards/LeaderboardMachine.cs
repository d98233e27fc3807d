using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards;

/// <summary>
/// Leaderboards: one partition a game mode, with all its boards, so that a score is on every one of them or on none.
/// <code>
/// submit ─► known id? first answer ─► banned? refused ─► breaks rules? held, a case ─► counts:
///              all-time · day · week · month · season, each for all and for the region · last 24 hours · decaying ·
///              events and tournaments · league group · history
/// time   ─► window ended: archive, rewards, drop what is no longer kept; event ended; temporary ban over
/// </code>
/// A window ends by its boundary in UTC, whether the timer or the first submission behind it notices: what is stamped
/// midnight belongs to the new day either way.
/// </summary>
/// <remarks>Stateless: safe to share between shards. Submitting allocates nothing in steady state.</remarks>
public sealed partial class LeaderboardMachine : IMachine<LeaderboardState>
{
    /// <summary>The system's wire id.</summary>
    public const byte Id = 20;

    /// <summary>The most a score on a board may be, either way: what a double holds exactly.</summary>
    public const long MaxTotal = 1L << 53;

    private readonly int _maxPlayers;

    /// <summary>Makes the machine.</summary>
    /// <param name="maxPlayers">The most players of a game mode; must not shrink between starts.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is not positive.</exception>
    public LeaderboardMachine(int maxPlayers = 1 << 24)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxPlayers);
        _maxPlayers = maxPlayers;
    }

    /// <inheritdoc/>
    public byte SystemId => Id;

    /// <inheritdoc/>
    public string Name => "leaderboards";

    /// <inheritdoc/>
    public LeaderboardState Create(ulong key) => new(key, _maxPlayers);

    /// <inheritdoc/>
    public void Save(LeaderboardState state, ref MessagePackWriter writer) => state.Write(ref writer);

    /// <inheritdoc/>
    public LeaderboardState Load(ulong key, ref MessagePackReader reader)
    {
        var state = new LeaderboardState(key, _maxPlayers);
        state.Read(ref reader);
        return state;
    }

    /// <inheritdoc/>
    public void Replay(LeaderboardState state, in EventHeader header, ref MessagePackReader payload)
    {
        long timeMs = header.TimeMs;
        byte version = header.Version;
        switch (header.Type)
        {
            case 1: Apply(state, ModeOpened.Read(ref payload, version), timeMs); break;
            case 2: Apply(state, ModeRevised.Read(ref payload, version), timeMs); break;
            case 10: Apply(state, ScoreCounted.Read(ref payload, version), timeMs); break;
            case 11: Apply(state, ScoreHeld.Read(ref payload, version), timeMs); break;
            case 12: Apply(state, ScoreAdjusted.Read(ref payload, version), timeMs); break;
            case 20: Apply(state, WindowClosed.Read(ref payload, version), timeMs); break;
            case 21: Apply(state, WindowDropped.Read(ref payload, version), timeMs); break;
            case 22: Apply(state, RewardGranted.Read(ref payload, version), timeMs); break;
            case 23: Apply(state, DaySampled.Read(ref payload, version), timeMs); break;
            case 24: Apply(state, SlidingAdvanced.Read(ref payload, version), timeMs); break;
            case 30: Apply(state, CaseClosed.Read(ref payload, version), timeMs); break;
            case 31: Apply(state, HeldScoreCounted.Read(ref payload, version), timeMs); break;
            case 32: Apply(state, PlayerBanned.Read(ref payload, version), timeMs); break;
            case 33: Apply(state, PlayerUnbanned.Read(ref payload, version), timeMs); break;
            case 34: Apply(state, ScoresRemoved.Read(ref payload, version), timeMs); break;
            case 35: Apply(state, SeasonReset.Read(ref payload, version), timeMs); break;
            case 36: Apply(state, AnomalyFlagged.Read(ref payload, version), timeMs); break;
            case 40: Apply(state, ContestSaved.Read(ref payload, version), timeMs); break;
            case 41: Apply(state, ContestJoined.Read(ref payload, version), timeMs); break;
            case 42: Apply(state, ContestEnded.Read(ref payload, version), timeMs); break;
            case 50: Apply(state, LeagueGroupClosed.Read(ref payload, version), timeMs); break;
            default: throw new MessagePackFormatException($"Leaderboards have no fact of type {header.Type}.");
        }
    }
}
