/** What template.yaml promises: permissions, triggers, inputs, settings. The template is read as CloudFormation would. */
@NullMarked
package io.github.keymend.lab.template;

import org.jspecify.annotations.NullMarked;
