using HotGigs.Domain.Jobs;
using HotGigs.Domain.UnitTests.Users;

namespace HotGigs.Domain.UnitTests.Jobs;

public sealed class JobTests
{
    private static readonly JobDetails Details = new(
        "Engineer", "Acme", "Berlin", "All of it", ["C#"], ["Docker"], 3, EducationLevel.Bachelor);

    private readonly Job job = Job.Post(Details, "rita", At.Noon);

    public static TheoryData<string, JobDetails, bool> Changes => new()
    {
        { "nothing", Details with { RequiredSkills = ["C#"] }, false },
        { "the title", Details with { Title = "Senior Engineer" }, false },
        { "the description", Details with { Description = null }, false },
        { "a required skill", Details with { RequiredSkills = ["C#", "SQL"] }, true },
        { "a preferred skill", Details with { PreferredSkills = [] }, true },
        { "the years", Details with { YearsOfExperience = 4 }, true },
        { "the education", Details with { Education = EducationLevel.None }, true },
        { "the place", Details with { Location = null }, true },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Candidates_are_compared_anew_when_what_they_are_compared_with_changes(string what, JobDetails details, bool anew)
    {
        Assert.True(anew == job.Change(details, JobStatus.Open, At.Minute(1)), what);
        Assert.Equal(anew ? At.Minute(1) : At.Noon, job.RequirementsChangedAt);
    }

    [Fact]
    public void A_closed_job_is_not_compared_until_it_is_opened_again()
    {
        Assert.False(job.Change(Details, JobStatus.Closed, At.Minute(1)));
        Assert.False(job.Change(Details with { YearsOfExperience = 9 }, JobStatus.Closed, At.Minute(2)));
        Assert.True(job.Change(Details with { YearsOfExperience = 9 }, JobStatus.Open, At.Minute(3)));
        Assert.Equal(At.Minute(3), job.RequirementsChangedAt);
    }

    [Fact]
    public void Its_poster_and_admins_change_it()
    {
        Assert.True(job.IsChangeableBy(People.Rita));
        Assert.True(job.IsChangeableBy(People.Adam));
        Assert.False(job.IsChangeableBy(People.Sam));
    }
}
