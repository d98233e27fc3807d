using System.Text;
using Catalog.Bench.Shared.Http;

namespace Catalog.Engine.Tests.Bench;

public sealed class RequestTemplateTests
{
    [Fact]
    public void Slots_are_overwritten_in_place_and_the_length_stays_true()
    {
        var request = new RequestTemplate("POST", "/x/####", "Key: ###\r\n", """{"seats":[######,######]}""");
        request.SetNumber(0, 42);
        request.SetNumber(1, 98_765);
        request.SetText(2, "\"A1\""u8);
        request.SetText(3, "\"B12\""u8);
        Assert.Equal(
            "POST /x/0042 HTTP/1.1\r\nHost: localhost\r\nKey: 765\r\nContent-Type: application/json\r\n" +
            "Content-Length: 25\r\n\r\n{\"seats\":[\"A1\"  ,\"B12\" ]}",
            Encoding.ASCII.GetString(request.Bytes));
        Assert.Equal(4, request.SlotCount);
    }

    [Fact]
    public void A_text_longer_than_its_slot_is_refused() => Assert.Throws<ArgumentException>(
        () => new RequestTemplate("GET", "/##").SetText(0, "abc"u8));

    [Fact]
    public void Without_a_body_there_is_no_length() => Assert.Equal(
        "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", Encoding.ASCII.GetString(new RequestTemplate("GET", "/").Bytes));
}
