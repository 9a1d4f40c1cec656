using HotGigs.Domain.Candidates;
using HotGigs.Domain.Resumes;
using HotGigs.Domain.UnitTests.Resumes;
using HotGigs.Domain.UnitTests.Users;

namespace HotGigs.Domain.UnitTests.Candidates;

public sealed class CandidateTests
{
    private static readonly ResumeProfile Full = new()
    {
        FullName = "Ada Lovelace",
        Email = "ada@mail.example",
        Phone = "+44 20 7946 0958",
        Location = "London, UK",
        Title = "Analyst",
        Summary = "Wrote the first program.",
        Skills = [new Skill("C#", "Programming Languages", "expert"), new Skill("SQL")],
        TopSkills = ["C#"],
        Experience = [new Position("Analyst", "Babbage & Co", null, "1842-01", null, true, null)],
        Education = [new Degree("Mathematics", "Home", null)],
        TotalExperienceYears = 9.5,
    };

    [Fact]
    public void A_recruiters_resume_brings_in_a_candidate_of_their_own()
    {
        var resume = Some.Uploaded(People.Rita);

        var candidate = Candidate.FromResume(resume, Full, At.Minute(1));

        Assert.Equal(("rita", Candidate.NoUser, false), (candidate.OwnerId, candidate.UserId, candidate.IsInPool));
        Assert.Equal(CandidateSource.ResumeImport, candidate.Source);
        Assert.Equal((resume.Id, resume.Id), (candidate.ResumeId, candidate.AddedByResumeId));
        Assert.Equal((At.Minute(1), At.Minute(1)), (candidate.AddedAt, candidate.UpdatedAt));
    }

    [Fact]
    public void A_candidates_own_resume_brings_them_into_the_pool_as_the_user_they_are()
    {
        var candidate = Candidate.FromResume(Some.Uploaded(People.Carla, ResumeSource.CandidateUpload), Full, At.Noon);

        Assert.Equal((Candidate.Pool, "carla", true), (candidate.OwnerId, candidate.UserId, candidate.IsInPool));
        Assert.Equal(CandidateSource.Application, candidate.Source);
    }

    [Fact]
    public void The_profile_is_taken_over_whole()
    {
        var candidate = New(Full);

        Assert.Equal(
            (Full.FullName, Full.Email, Full.Phone, Full.Location, Full.Title, Full.Summary, Full.TotalExperienceYears),
            (candidate.FullName, candidate.Email, candidate.Phone, candidate.Location, candidate.Title, candidate.Summary, candidate.YearsOfExperience));
        Assert.Equal(Full.Skills, candidate.Skills);
        Assert.Equal(Full.TopSkills, candidate.TopSkills);
        Assert.Equal(Full.Experience, candidate.Experience);
        Assert.Equal(Full.Education, candidate.Education);
    }

    [Fact]
    public void Without_a_name_the_address_stands_for_it() =>
        Assert.Equal("ada@mail.example", New(new ResumeProfile { Email = "ada@mail.example" }).FullName);

    [Fact]
    public void Without_name_and_address_there_is_no_candidate() =>
        Assert.Throws<ArgumentException>(() => New(new ResumeProfile { Phone = "+44 20 7946 0958" }));

    [Fact]
    public void A_newer_resume_replaces_what_it_says()
    {
        var candidate = New(Full);
        var newer = Guid.CreateVersion7(At.Minute(5));

        candidate.Update(newer, new ResumeProfile { FullName = "Ada King", Title = "Countess", Skills = [new Skill("Horses")], TopSkills = ["Horses"] }, At.Minute(5));

        Assert.Equal(("Ada King", "Countess"), (candidate.FullName, candidate.Title));
        Assert.Equal([new Skill("Horses")], candidate.Skills);
        Assert.Equal(["Horses"], candidate.TopSkills);
        Assert.Equal((newer, At.Minute(5)), (candidate.ResumeId, candidate.UpdatedAt));
    }

    [Fact]
    public void A_newer_resume_leaves_alone_what_it_does_not_say()
    {
        var candidate = New(Full);
        var (id, first, added) = (candidate.Id, candidate.AddedByResumeId, candidate.AddedAt);

        candidate.Update(Guid.CreateVersion7(At.Minute(5)), new ResumeProfile(), At.Minute(5));

        Assert.Equal(
            (Full.FullName, Full.Email, Full.Phone, Full.Location, Full.Title, Full.Summary, Full.TotalExperienceYears),
            (candidate.FullName, candidate.Email, candidate.Phone, candidate.Location, candidate.Title, candidate.Summary, candidate.YearsOfExperience));
        Assert.Equal(Full.Skills, candidate.Skills);
        Assert.Equal(Full.TopSkills, candidate.TopSkills);
        Assert.Equal(Full.Experience, candidate.Experience);
        Assert.Equal(Full.Education, candidate.Education);
        Assert.Equal((id, first, added), (candidate.Id, candidate.AddedByResumeId, candidate.AddedAt));
    }

    [Fact]
    public void A_name_is_not_replaced_by_an_address()
    {
        var candidate = New(Full);

        candidate.Update(Guid.CreateVersion7(At.Noon), new ResumeProfile { Email = "new@mail.example" }, At.Minute(5));

        Assert.Equal(("Ada Lovelace", "new@mail.example"), (candidate.FullName, candidate.Email));
    }

    [Fact]
    public void A_search_finds_name_address_title_location_and_skills_in_lower_case()
    {
        var candidate = New(Full);

        Assert.Equal("ada lovelace\nada@mail.example\nanalyst\nlondon, uk\nc#\nsql", candidate.SearchText);
    }

    [Fact]
    public void A_search_follows_the_newer_resume()
    {
        var candidate = New(Full);

        candidate.Update(Guid.CreateVersion7(At.Noon), new ResumeProfile { FullName = "Ada King" }, At.Minute(5));

        Assert.Contains("ada king", candidate.SearchText, StringComparison.Ordinal);
        Assert.DoesNotContain("lovelace", candidate.SearchText, StringComparison.Ordinal);
    }

    private static Candidate New(ResumeProfile profile) => Candidate.FromResume(Some.Uploaded(), profile, At.Noon);
}
