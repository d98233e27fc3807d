using Catalog.Engine.Core.Machines;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Leaderboards;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Leaderboards.Simulation;

/// <summary>Game modes with one thing wrong.</summary>
internal static class MutantBoards
{
    /// <summary>What is stamped midnight belongs to the day before.</summary>
    internal sealed class MidnightIsYesterday : WatchedBoards
    {
        public override SubmitResult Decide(LeaderboardState state, in SubmitScore command, Decision decision)
        {
            SubmitResult result = base.Decide(state, in command, decision);
            bool isMidnight = decision.TimeMs % BoardCalendar.DayMs == 0;
            if (!isMidnight || result.Code != BoardCode.Ok || decision.EmittedCount == 0) return result;
            int slot = state.Players.Find(command.PlayerId), day = state.CurrentWindow(WindowKind.Daily);
            state.Boards.Current(WindowKind.Daily, 0, day).Remove(slot);
            state.Boards.FindOrAdd(new BoardKey(WindowKind.Daily, 0, day - 1))
                .Update(slot, command.Score, ScoreOperator.Increment, state.Players[slot].IsHidden);
            return result;
        }
    }

    /// <summary>Who comes later to a score is put in front of who had it.</summary>
    internal sealed class TiesAreTurnedAround : WatchedBoards
    {
        public override SubmitResult Decide(LeaderboardState state, in SubmitScore command, Decision decision)
        {
            SubmitResult result = base.Decide(state, in command, decision);
            int rank = (int)result.Rank - 1;
            if (result.Code != BoardCode.Ok || rank < 1 || rank > state.AllTime.Count) return result;
            RankedEntry ahead = state.AllTime.At(rank);
            if (ahead.Score != result.Total) return result;
            state.AllTime.Remove(ahead.Member);
            state.AllTime.Update(ahead.Member, ahead.Score, ScoreOperator.Set, isHidden: false);
            return result;
        }
    }

    /// <summary>Says that a ban is undone, and leaves the player hidden.</summary>
    internal sealed class BansStay : WatchedBoards
    {
        public override BoardResult Decide(LeaderboardState state, in BanPlayer command, Decision decision)
        {
            int slot = state.Players.Find(command.PlayerId);
            bool isOff = command.Kind == BanKind.None && slot >= 0 && state.Players[slot].IsHidden;
            return isOff ? new BoardResult(BoardCode.Ok) : base.Decide(state, in command, decision);
        }
    }

    /// <summary>Lets a temporary ban last until somebody undoes it.</summary>
    internal sealed class BansNeverEnd : WatchedBoards
    {
        public override BoardResult Decide(LeaderboardState state, in BanPlayer command, Decision decision)
        {
            bool isTemporary = command.Kind == BanKind.Temporary;
            BanPlayer forGood = command with { Kind = isTemporary ? BanKind.Permanent : command.Kind };
            return base.Decide(state, in forGood, decision);
        }
    }

    /// <summary>Forgets, on replay only, under which ids games were submitted.</summary>
    internal sealed class ReplayForgetsSubmissions : WatchedBoards
    {
        public override void Replay(LeaderboardState state, in EventHeader header, ref MessagePackReader payload)
        {
            if (header.Type != ScoreCounted.TypeId)
            {
                base.Replay(state, in header, ref payload);
                return;
            }

            ScoreCounted fact = ScoreCounted.Read(ref payload, header.Version);
            Real.Apply(state, fact with { SubmissionId = fact.SubmissionId + 1_000_000 }, header.TimeMs);
        }
    }

    /// <summary>Leaves a window's board out of the snapshot.</summary>
    internal sealed class SnapshotsForgetAWindow : WatchedBoards
    {
        public override void Save(LeaderboardState state, ref MessagePackWriter writer)
        {
            LeaderboardState copy = Copy(state);
            copy.Drop(WindowKind.Weekly, copy.CurrentWindow(WindowKind.Weekly));
            base.Save(copy, ref writer);
        }

        private LeaderboardState Copy(LeaderboardState state)
        {
            var bytes = new ByteBuffer();
            var writer = new MessagePackWriter(bytes);
            Real.Save(state, ref writer);
            writer.Flush();
            var reader = new MessagePackReader(bytes.WrittenSpan);
            return Real.Load(state.ModeId, ref reader);
        }
    }

    /// <summary>Takes a cheater off the boards, and leaves the final standings as they are.</summary>
    internal sealed class RemovalSparesArchives : WatchedBoards
    {
        public override BoardResult Decide(LeaderboardState state, in RemoveScores command, Decision decision)
        {
            var kept = new List<Archive>();
            for (WindowKind kind = WindowKind.Daily; kind <= WindowKind.Seasonal; kind++)
            {
                foreach (ArchiveHead head in state.Archives.List(kind, 0, 1000))
                    kept.Add(state.Archives.Find(head.Board)!);
            }

            BoardResult result = base.Decide(state, in command, decision);
            kept.Reverse();
            foreach (Archive archive in kept) state.Archives.Add(archive, 1000);
            return result;
        }
    }

    /// <summary>A moderator's change does not reach the region's boards.</summary>
    internal sealed class AdjustmentsMissRegions : WatchedBoards
    {
        public override BoardResult Decide(LeaderboardState state, in AdjustScore command, Decision decision)
        {
            AdjustScore everywhere = command with { Region = 0 };
            return base.Decide(state, in everywhere, decision);
        }
    }

    /// <summary>Counts again what is submitted again.</summary>
    internal sealed class CountsTwice : WatchedBoards
    {
        private ulong _next = 1_000_000;

        public override SubmitResult Decide(LeaderboardState state, in SubmitScore command, Decision decision)
        {
            SubmitScore other = command with { SubmissionId = ++_next };
            return base.Decide(state, in other, decision);
        }
    }
}
