using HotGigs.Application.Resumes;
using HotGigs.Domain.Resumes;

namespace HotGigs.Application.UnitTests.Resumes;

public sealed class ProfileStructureTests
{
    [Fact]
    public void A_profile_within_bounds_stays_as_it_is()
    {
        var profile = ProfileStructure.Complete(Some.Profile);

        Assert.Equal((Some.Profile.FullName, Some.Profile.Email), (profile.FullName, profile.Email));
    }

    [Fact]
    public void A_name_or_an_address_is_enough()
    {
        Assert.Null(ProfileStructure.Complete(new ResumeProfile { FullName = "Ada" }).Email);
        Assert.Null(ProfileStructure.Complete(new ResumeProfile { Email = "ada@mail.example" }).FullName);
    }

    [Fact]
    public void Without_either_it_is_refused()
    {
        ResumeProfile[] unknown =
        [
            new(),
            new() { FullName = " ", Email = "\t" },
            new() { Email = new string('a', 200) + "@mail.example" },
        ];

        Assert.All(unknown, profile => Assert.Throws<UnreadableResumeException>(() => ProfileStructure.Complete(profile)));
    }

    [Fact]
    public void An_empty_address_is_none_at_all_so_that_nobody_is_taken_for_somebody_else() =>
        Assert.Null(ProfileStructure.Complete(new ResumeProfile { FullName = "Ada", Email = " " }).Email);

    [Fact]
    public void An_address_is_kept_in_lower_case_and_a_long_one_is_dropped_not_cut()
    {
        Assert.Equal("ada@mail.example", ProfileStructure.Complete(new ResumeProfile { Email = " Ada@Mail.Example" }).Email);
        Assert.Null(ProfileStructure.Complete(new ResumeProfile { FullName = "Ada", Email = new string('a', 200) + "@mail.example" }).Email);
    }

    [Fact]
    public void Texts_are_trimmed_and_cut_to_what_is_stored()
    {
        var profile = ProfileStructure.Complete(new ResumeProfile
        {
            FullName = " " + new string('n', 300),
            Title = "  Analyst ",
            Location = "   ",
            Summary = new string('s', 5_000),
        });

        Assert.Equal((200, 4_000), (profile.FullName?.Length, profile.Summary?.Length));
        Assert.Equal(("Analyst", null), (profile.Title, profile.Location));
    }

    [Fact]
    public void A_skill_counts_once_however_it_is_written() => Assert.Equal(
        ["SQL", "C#"],
        ProfileStructure.Complete(Some.Profile with { Skills = [new Skill("SQL"), new Skill("C#"), new Skill("sql")] })
            .Skills.Select(skill => skill.Name));
}
