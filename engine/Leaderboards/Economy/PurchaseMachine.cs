using Catalog.Engine.Core.Machines;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Leaderboards.Economy;

/// <summary>
/// Takes purchases down, durably and once: what they come to is <see cref="SpendingBook"/>'s. One partition.
/// </summary>
/// <remarks>Stateless: safe to share between shards.</remarks>
public sealed class PurchaseMachine :
    IMachine<PurchasesState>,
    IDecider<PurchasesState, RecordPurchase, BoardResult>,
    IApplier<PurchasesState, PurchaseRecorded>
{
    /// <summary>The system's wire id.</summary>
    public const byte Id = 22;

    /// <summary>The one partition.</summary>
    public const ulong Key = 1;

    /// <inheritdoc/>
    public byte SystemId => Id;

    /// <inheritdoc/>
    public string Name => "purchases";

    /// <inheritdoc/>
    public PurchasesState Create(ulong key) => new();

    /// <inheritdoc/>
    public void Replay(PurchasesState state, in EventHeader header, ref MessagePackReader payload)
    {
        if (header.Type != PurchaseRecorded.TypeId)
            throw new MessagePackFormatException($"Purchases have no fact of type {header.Type}.");
        Apply(state, PurchaseRecorded.Read(ref payload, header.Version), header.TimeMs);
    }

    /// <inheritdoc/>
    public void Save(PurchasesState state, ref MessagePackWriter writer) => writer.Write(state.Count);

    /// <inheritdoc/>
    public PurchasesState Load(ulong key, ref MessagePackReader reader) => new() { Count = reader.ReadInt64() };

    /// <inheritdoc/>
    public long NextDueMs(PurchasesState state) => long.MaxValue;

    /// <inheritdoc/>
    public void OnDue(PurchasesState state, Decision decision)
    {
    }

    /// <inheritdoc/>
    public BoardResult Decide(PurchasesState state, in RecordPurchase command, Decision decision)
    {
        if (!command.Purchase.IsValid) return new BoardResult(BoardCode.InvalidTerms);
        decision.Emit(this, state, new PurchaseRecorded(state.Count + 1, command.Purchase));
        return new BoardResult(BoardCode.Ok, state.Count);
    }

    /// <inheritdoc/>
    public void Apply(PurchasesState state, in PurchaseRecorded fact, long timeMs) => state.Count = fact.Number;
}
