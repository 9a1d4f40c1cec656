using HotGigs.Domain.Candidates;
using HotGigs.Domain.Common;
using HotGigs.Domain.Notifications;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.Users;

namespace HotGigs.Domain.UnitTests.Common;

public sealed class WireNamesTests
{
    [Fact]
    public void Every_name_leads_back_to_its_member()
    {
        AssertRoundTrip<NotificationType>();
        AssertRoundTrip<DeliveryChannels>();
        AssertRoundTrip<ResumeStatus>();
        AssertRoundTrip<ResumeSource>();
        AssertRoundTrip<CandidateSource>();
        AssertRoundTrip<Roles>();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Completed")]
    [InlineData("COMPLETED")]
    [InlineData(" completed")]
    [InlineData("3")]
    public void Only_the_exact_name_is_read(string? name)
    {
        Assert.False(WireNames.TryParse<ResumeStatus>(name, out var status));
        Assert.Equal(default, status);
    }

    [Fact]
    public void All_names_come_in_the_order_of_the_numbers() =>
        Assert.Equal(["uploaded", "processing", "completed", "failed"], WireNames.All<ResumeStatus>());

    [Fact]
    public void An_undeclared_value_has_no_name() => Assert.Throws<KeyNotFoundException>(() => ((ResumeStatus)99).ToWireName());

    [Fact]
    public void A_set_has_no_single_name() => Assert.Throws<KeyNotFoundException>(() => (Roles.Admin | Roles.Recruiter).ToWireName());

    [Fact]
    public void A_member_without_its_name_is_found_out_at_once()
    {
        var error = Assert.Throws<TypeInitializationException>(() => Unnamed.Forgotten.ToWireName());

        Assert.Equal("Unnamed.Forgotten lacks its [WireName].", error.InnerException?.Message);
    }

    private static void AssertRoundTrip<TEnum>()
        where TEnum : struct, Enum
    {
        Assert.Equal(Enum.GetValues<TEnum>().Length, WireNames.All<TEnum>().Count);
        Assert.All(Enum.GetValues<TEnum>(), member =>
        {
            Assert.True(WireNames.TryParse<TEnum>(member.ToWireName(), out var read));
            Assert.Equal(member, read);
        });
    }

    private enum Unnamed
    {
        [WireName("named")]
        Named,
        Forgotten,
    }
}
