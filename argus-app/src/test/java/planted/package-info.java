/**
 * A house built wrong on purpose, with one fault for every rule of {@code HouseRules}. It is judged by the same rules and
 * shows that none of them is satisfied by everything. Nothing else uses it, and none of its tests is found by the build.
 */
package planted;
