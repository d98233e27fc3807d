using Catalog.Engine.Core.Idempotency;
using Catalog.Engine.Core.Memory;
using Catalog.Engine.Tests.House;
using Catalog.Engine.Wire;

namespace Catalog.Engine.Tests.Core.Idempotency;

public sealed class IdempotencyTableProperties
{
    private const long Start = 1_800_000_000_000;

    [Fact]
    public void A_table_remembers_what_a_plain_dictionary_would_for_a_day() => Seeds.Run(() =>
    {
        for (int salt = 0; salt < 60; salt++) CompareWithModel(Seeds.Random(salt));
    });

    [Fact]
    public void A_warm_table_allocates_nothing()
    {
        var table = new IdempotencyTable();
        byte[] answer = new byte[40];
        long nowMs = Start;
        ulong next = 1;
        void Use()
        {
            nowMs += IdempotencyTable.RetentionMs / 500;
            var key = new IdempotencyKey(next++, 7, 9);
            table.Record(in key, true, answer, nowMs);
            table.Find(in key, nowMs, out _);
        }

        for (int i = 0; i < 5_000; i++) Use();
        AllocationGate.AssertNone(Use);
        table.CheckInvariants();
    }

    private static void CompareWithModel(Random random)
    {
        var table = new IdempotencyTable();
        var model = new Dictionary<ulong, (ulong Payload, bool IsAnswered, byte[] Answer, long ExpiryMs)>();
        long nowMs = Start;
        for (int step = 0; step < 400; step++)
        {
            nowMs += random.Next(3) == 0 ? random.NextInt64(IdempotencyTable.RetentionMs / 20) : 0;
            var key = new IdempotencyKey((ulong)random.Next(1, 60), 5, (ulong)random.Next(2));
            CheckFind(table, model, in key, nowMs);
            bool isNew = !model.TryGetValue(key.High, out var known) || known.ExpiryMs <= nowMs || !known.IsAnswered;
            if (isNew && random.Next(2) == 0)
            {
                bool isAnswered = random.Next(3) != 0;
                byte[] answer = new byte[isAnswered ? random.Next(200) : 0];
                random.NextBytes(answer);
                table.Record(in key, isAnswered, answer, nowMs);
                model[key.High] = (key.PayloadHash, isAnswered, answer, nowMs + IdempotencyTable.RetentionMs);
            }

            table.CheckInvariants();
            if (random.Next(50) == 0) table = Reloaded(table);
        }
    }

    private static void CheckFind(
        IdempotencyTable table,
        Dictionary<ulong, (ulong Payload, bool IsAnswered, byte[] Answer, long ExpiryMs)> model,
        in IdempotencyKey key,
        long nowMs)
    {
        IdempotencyState state = table.Find(in key, nowMs, out ReadOnlySpan<byte> answer);
        if (!model.TryGetValue(key.High, out var known) || known.ExpiryMs <= nowMs)
        {
            Assert.Equal(IdempotencyState.Unknown, state);
            return;
        }

        IdempotencyState expected = known.Payload != key.PayloadHash ? IdempotencyState.OtherPayload
            : known.IsAnswered ? IdempotencyState.Answered : IdempotencyState.Running;
        Assert.Equal(expected, state);
        if (expected == IdempotencyState.Answered) Assert.Equal(known.Answer, answer.ToArray());
    }

    private static IdempotencyTable Reloaded(IdempotencyTable table)
    {
        var buffer = new ByteBuffer();
        var writer = new MessagePackWriter(buffer);
        table.Save(ref writer);
        writer.Flush();
        var reader = new MessagePackReader(buffer.WrittenSpan);
        IdempotencyTable loaded = IdempotencyTable.Load(ref reader);
        Assert.True(reader.End);
        return loaded;
    }
}
