using Catalog.Engine.Core.Machines;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Leaderboards.Simulation;

/// <summary>
/// The game modes' machine behind a door that mutants open: faithful unless one overrides a part of it.
/// </summary>
internal abstract class WatchedBoards :
    IMachine<LeaderboardState>,
    IDecider<LeaderboardState, OpenMode, BoardResult>,
    IDecider<LeaderboardState, ReadMode, ModeReading>,
    IDecider<LeaderboardState, SubmitScore, SubmitResult>,
    IDecider<LeaderboardState, AdjustScore, BoardResult>,
    IDecider<LeaderboardState, JudgeCase, BoardResult>,
    IDecider<LeaderboardState, BanPlayer, BoardResult>,
    IDecider<LeaderboardState, RemoveScores, BoardResult>,
    IDecider<LeaderboardState, ResetSeason, BoardResult>,
    IDecider<LeaderboardState, SaveContest, BoardResult>,
    IDecider<LeaderboardState, ReadCases, CasesReading>,
    IDecider<LeaderboardState, ReadBoard, BoardReading>
{
    public byte SystemId => Real.SystemId;

    public string Name => Real.Name;

    protected LeaderboardMachine Real { get; } = new(1 << 10);

    public LeaderboardState Create(ulong key) => Real.Create(key);

    public virtual void Replay(LeaderboardState state, in EventHeader header, ref MessagePackReader payload) =>
        Real.Replay(state, in header, ref payload);

    public virtual void Save(LeaderboardState state, ref MessagePackWriter writer) => Real.Save(state, ref writer);

    public virtual LeaderboardState Load(ulong key, ref MessagePackReader reader) => Real.Load(key, ref reader);

    public virtual long NextDueMs(LeaderboardState state) => Real.NextDueMs(state);

    public virtual void OnDue(LeaderboardState state, Decision decision) => Real.OnDue(state, decision);

    public BoardResult Decide(LeaderboardState state, in OpenMode command, Decision decision) =>
        Real.Decide(state, in command, decision);

    public ModeReading Decide(LeaderboardState state, in ReadMode command, Decision decision) =>
        Real.Decide(state, in command, decision);

    public virtual SubmitResult Decide(LeaderboardState state, in SubmitScore command, Decision decision) =>
        Real.Decide(state, in command, decision);

    public virtual BoardResult Decide(LeaderboardState state, in AdjustScore command, Decision decision) =>
        Real.Decide(state, in command, decision);

    public virtual BoardResult Decide(LeaderboardState state, in JudgeCase command, Decision decision) =>
        Real.Decide(state, in command, decision);

    public virtual BoardResult Decide(LeaderboardState state, in BanPlayer command, Decision decision) =>
        Real.Decide(state, in command, decision);

    public virtual BoardResult Decide(LeaderboardState state, in RemoveScores command, Decision decision) =>
        Real.Decide(state, in command, decision);

    public virtual BoardResult Decide(LeaderboardState state, in ResetSeason command, Decision decision) =>
        Real.Decide(state, in command, decision);

    public BoardResult Decide(LeaderboardState state, in SaveContest command, Decision decision) =>
        Real.Decide(state, in command, decision);

    public CasesReading Decide(LeaderboardState state, in ReadCases command, Decision decision) =>
        Real.Decide(state, in command, decision);

    public BoardReading Decide(LeaderboardState state, in ReadBoard command, Decision decision) =>
        Real.Decide(state, in command, decision);
}
