namespace Catalog.Engine.Tests.House;

public sealed class AllocationGateTests
{
    private object? _kept;

    [Fact]
    public void Sees_one_object_per_operation() =>
        Assert.True(AllocationGate.Measure(() => _kept = new object(), operations: 100) >= 100 * 2 * IntPtr.Size);

    [Fact]
    public void Sees_one_byte_array_in_a_thousand_operations()
    {
        int calls = 0;
        long bytes = AllocationGate.Measure(() =>
        {
            if (++calls % 1_000 == 0) _kept = new byte[1];
        });
        Assert.True(bytes > 0);
    }

    [Fact]
    public void Fails_the_test_that_allocates() =>
        Assert.ThrowsAny<Exception>(() => AllocationGate.AssertNone(() => _kept = new object()));

    [Fact]
    public void Passes_what_allocates_only_while_warming_up() =>
        AllocationGate.AssertNone(() => _kept ??= new byte[100]);
}
